import { resolve } from 'node:path';
import { z } from 'zod';

/** Something the person who starts the system has to put right. Its message is one sentence: what, why, what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** The message of whatever was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

const FileError = z.object({ code: z.string(), path: z.string().optional(), message: z.string() });

/** The sentence for what the file system refuses, or undefined when the error is of another kind. */
export function fileTrouble(error: unknown): string | undefined {
  const { data } = FileError.safeParse(error);
  if (data === undefined) return undefined;
  const path = resolve(data.path ?? '.');
  if (data.code === 'EACCES' || data.code === 'EPERM')
    return `This user has no right to ${path} (${data.code}), perhaps because the system was started as another user before; start it as that user again, or choose another folder with LOIVE_HOME.`;
  if (data.code === 'EROFS')
    return `${path} lies on a read-only disk; choose another folder with LOIVE_HOME.`;
  if (data.code === 'ENOSPC') return `The disk is full (${data.message}); make room and start again.`;
  return undefined;
}
