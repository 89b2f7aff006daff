/** `none` trades safety after a crash for speed: for tests, whose data nobody misses. */
export type Durability = 'full' | 'none';

/**
 * The whole `postgresql.conf`, written anew at each start. Sized for one modest machine: about 250 MB for the
 * server, 250 connections because each of the engine's four services holds a pool of its own.
 * Tables of tasks and of the engine change constantly: autovacuum looks often and works in small portions.
 */
export function postgresSettings(port: number, durability: Durability): string {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: '250',
    shared_buffers: '128MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_parallel_workers_per_gather: '1',
    jit: 'off',
    random_page_cost: '1.2',
    min_wal_size: '160MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '10min',
    autovacuum_naptime: '20s',
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_vacuum_insert_scale_factor: '0.1',
    autovacuum_analyze_scale_factor: '0.05',
    autovacuum_vacuum_cost_limit: '1000',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    log_line_prefix: '%m [%p] ',
    log_min_messages: 'warning',
    // A statement in the log would carry what people wrote in it.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    ...(durability === 'none' && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');
}
