import {
  Alert,
  Badge,
  Button,
  Checkbox,
  createTheme,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
  NativeSelect,
  PasswordInput,
  Radio,
  Textarea,
  TextInput,
  type CSSVariablesResolver,
} from '@mantine/core';

/** No web font is loaded: these cover all 134 Vietnamese letters. Stacked marks (Ễ, Ậ) are cut off below 1.5. */
const fontFamily = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif";

const override = createTheme({
  fontFamily,
  headings: { fontFamily, fontWeight: '650' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.65' },
  primaryColor: 'blue',
  primaryShade: 8,
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 'sm',
  components: {
    Alert: Alert.extend({ defaultProps: { variant: 'light' } }),
    Badge: Badge.extend({ defaultProps: { size: 'lg', radius: 'sm', tt: 'none', fw: 600 } }),
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'md' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
    Radio: Radio.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
  },
});

/** The theme whose colours, sizes and labels were found free of contrast and target-size findings. */
export const theme = mergeMantineTheme(DEFAULT_THEME, override);

/** Palettes that the screens use. The variables of all others are left out of the stylesheet. */
export const palettes = ['gray', 'dark', 'red', 'blue', 'green', 'yellow', 'violet'];

export const cssVariables: CSSVariablesResolver = (forTheme) => {
  const { variables, light } = defaultCssVariablesResolver(forTheme);
  return {
    variables,
    light: {
      ...light,
      '--mantine-color-dimmed': '#495057',
      '--mantine-color-placeholder': '#5c636a',
      '--mantine-color-error': 'var(--mantine-color-red-9)',
      '--mantine-color-red-filled': 'var(--mantine-color-red-9)',
      '--mantine-color-blue-filled': 'var(--mantine-color-blue-9)',
      '--mantine-color-blue-filled-hover': '#0b4f8a',
      '--mantine-color-default-border': 'var(--mantine-color-gray-6)',
    },
    dark: {},
  };
};
