import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { listQuery } from '../api/queries.js';
import { Trouble } from './trouble.js';
import { Starting } from './waiting.js';

interface Props<Item> {
  readonly query: ReturnType<typeof listQuery<Item>>;
  readonly show: (items: readonly Item[]) => ReactNode;
  /** What to say, and offer, when there is nothing. */
  readonly empty: ReactNode;
}

/** A list of the API, page after page; a failed refresh keeps what is known and says so. */
export function PagedList<Item>({ query, show, empty }: Props<Item>): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(query);
  const trouble = error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return trouble ?? <Starting />;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <div className="stack">
      {trouble}
      {items.length === 0 ? empty : show(items)}
      {hasNextPage && (
        <div>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
