/**
 * What a transaction announces when it commits (`pg_notify`), for whoever shows it at that moment: `case <id>` or
 * `account <id>`. Ids only. Nothing depends on its being heard.
 */
export const changeChannel = 'loive_changed';
