import type { CaseGateway, GatewayAnswer } from '../gateway/gateway-answer.js';
import type { Measures } from './measures.js';

/** The same gateway; what it is asked and how long the answer took is measured. */
export const measuredGateway = (gateway: CaseGateway, measures: Measures): CaseGateway => ({
  ...gateway,
  async submit(command) {
    const began = performance.now();
    const seconds = (): number => (performance.now() - began) / 1_000;
    try {
      const answer = await gateway.submit(command);
      measures.command({ type: command.type, ...resultOf(answer), seconds: seconds() });
      return answer;
    } catch (error) {
      measures.command({ type: command.type, result: 'broken', seconds: seconds() });
      throw error;
    }
  },
});

const resultOf = (answer: GatewayAnswer) =>
  answer.kind === 'refused'
    ? { result: answer.kind, refusal: answer.refusal.refused }
    : { result: answer.kind };
