import { convertCssVariables } from '@mantine/core';
import type { Plugin } from 'vite';
import { cssVariables, palettes, theme } from '../theme.js';

const name = 'virtual:theme-variables.css';

/**
 * Writes the theme's CSS variables into the stylesheet when the screens are built. At run time Mantine would add them
 * as an inline `<style>`, which our content policy forbids.
 */
export const themeVariables = (): Plugin => ({
  name: 'theme-variables',
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) => (id === `\0${name}` ? css() : undefined),
});

function css(): string {
  const colors = Object.fromEntries(
    Object.entries(theme.colors).filter(([color]) => palettes.includes(color)),
  );
  const { variables, light } = cssVariables({ ...theme, colors: colors as typeof theme.colors });
  return convertCssVariables({ variables: { ...variables, ...light }, light: {}, dark: {} });
}
