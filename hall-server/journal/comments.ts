// Free texts of evaluations, outside the chain: each sealed under its own surrogate, and gone when its row is.
import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Keys } from './keys.ts';
import { overwriting, seal, unseal } from './sealed-field.ts';

export interface SealedComment {
  readonly commentRef: string;
  /** Writes the text inside the present transaction; without it nothing is kept. */
  readonly save: () => void;
}

export interface Comments {
  seal(text: string, at: number): SealedComment;
  /** Null when there is no such text, or it was erased. */
  textOf(commentRef: string): string | null;
  /** False when there is no such text. */
  erase(commentRef: string): boolean;
}

export function openComments(db: Database, keys: Keys): Comments {
  const insert = db.prepare('INSERT INTO evaluation_comment (comment_ref, sealed_text, written_at) VALUES (?, ?, ?)');
  const find = db.prepare<[string], Buffer>('SELECT sealed_text FROM evaluation_comment WHERE comment_ref = ?').pluck();
  const erase = db.prepare('DELETE FROM evaluation_comment WHERE comment_ref = ?');
  return {
    seal: (text, at) => {
      const commentRef = `c${randomBytes(12).toString('hex')}`;
      const sealed = seal(keys.comment, commentRef, text);
      return { commentRef, save: () => void insert.run(commentRef, sealed, at) };
    },
    textOf: (commentRef) => {
      const sealed = find.get(commentRef);
      return sealed === undefined ? null : unseal(keys.comment, commentRef, sealed);
    },
    erase: (commentRef) => overwriting(db, () => erase.run(commentRef)).changes === 1,
  };
}
