/** Eyes, at times a nose, and a mouth, as a word of its own. */
export const EMOTICON = /(?<=^|[\s.!?])[:;=]['’]?[-~^o]?[()DPpOo\]\\/*](?=$|[\s.,;!?)])/g;

/** A sentence ends, and another begins behind it. */
export const NEXT_SENTENCE = /[.!?]["”'’)\]]*\s+["“(]*\p{Lu}/u;
