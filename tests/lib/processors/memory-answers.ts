import type { AnswerStore } from "#lib/processors/simulator/answer-store";

/** Answers kept as the database keeps them: as JSON, the first one to an operation. */
export function memoryAnswers(): AnswerStore {
  const kept = new Map<string, string>();
  return {
    find: async (environmentId, operationId) => {
      const answer = kept.get(`${environmentId} ${operationId}`);
      return answer === undefined ? null : JSON.parse(answer);
    },
    save: async (environmentId, operationId, kind, answer) => {
      const key = `${environmentId} ${operationId}`;
      if (!kept.has(key)) kept.set(key, JSON.stringify(answer));
    },
  };
}
