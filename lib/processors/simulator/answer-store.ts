/** What the simulator answered to each operation, kept so that the same operation is answered the same. */
export interface AnswerStore {
  find(environmentId: number, operationId: string): Promise<unknown>;
  /** Keeps the first answer to an operation; a later one is dropped. */
  save(environmentId: number, operationId: string, kind: string, answer: unknown): Promise<void>;
}
