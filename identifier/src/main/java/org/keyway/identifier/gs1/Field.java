package org.keyway.identifier.gs1;

import java.util.List;

/** One field of an element's value. Only the last field of a value varies in length. */
record Field(Alphabet alphabet, int shortest, int longest, boolean optional, List<Rule> rules) {
    Field {
        rules = List.copyOf(rules);
    }

    /** Reads {@code [optional] alphabet length rule…}, as the table writes it. */
    static Field of(String written) {
        List<String> words = List.of(written.strip().split(" ", -1));
        boolean optional = words.get(0).equals("optional");
        List<String> rest = optional ? words.subList(1, words.size()) : words;
        String[] lengths = rest.get(1).split("-", -1);
        return new Field(
                Alphabet.named(rest.get(0)),
                Integer.parseInt(lengths[0]),
                Integer.parseInt(lengths[lengths.length - 1]),
                optional,
                rest.subList(2, rest.size()).stream().map(Rule::named).toList());
    }
}
