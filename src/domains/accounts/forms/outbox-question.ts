const states = ['waiting', 'sent', 'kept', 'failed', 'erased'] as const;

/** Which mails of the outbox are asked for, from an address that anybody may have typed. */
export function outboxQuestion(parameters: URLSearchParams): {
  state: (typeof states)[number] | undefined;
  page: number;
} {
  const page = Number(parameters.get('page'));
  return {
    state: states.find((state) => state === parameters.get('state')),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}
