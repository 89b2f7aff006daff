interface Actor {
  readonly name: string;
  readonly agency?: string | undefined;
}

/** The post; its agency too where the post does not name it, in full or as people's committees are written for short. */
export const actorWords = ({ name, agency }: Actor): string =>
  agency === undefined || name.includes(agency) || name.includes(agency.replace('Ủy ban nhân dân', 'UBND'))
    ? name
    : `${name}, ${agency}`;
