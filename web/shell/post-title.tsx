import type { ReactNode } from 'react';

/** The title of a post, which the record has in one language: a Vietnamese one is read aloud as such on every page. */
export const PostTitle = ({ title }: { readonly title: string }): ReactNode => (
  <span lang={isVietnamese.test(title) ? 'vi' : undefined}>{title}</span>
);

/** Letters that English does not have. */
const isVietnamese = /[\u00c0-\u01b0\u1ea0-\u1ef9]/;
