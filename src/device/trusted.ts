/** Where the page's policy asks who says where a script is, this says it of our workers. Made once: a name is taken once. */
const makers = { createScriptURL: (url: string) => url };
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, made: typeof makers): typeof makers };
};

/** Takes the address of a worker of ours, and nothing that came from anywhere else. */
export const trusted = trustedTypes?.createPolicy('harbour-worker', makers) ?? makers;
