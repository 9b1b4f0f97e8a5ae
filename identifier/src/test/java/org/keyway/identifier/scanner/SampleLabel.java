package org.keyway.identifier.scanner;

import java.util.List;
import java.util.Random;

/** Sound labels of several schemes with random content, as printed. */
record SampleLabel(String symbology, String text) {
    private static final String IN_ELEMENTS =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String IN_CODES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-./";

    static List<SampleLabel> some(Random random) {
        return List.of(
                new SampleLabel(
                        "]d2",
                        "010690123400001610" + value(IN_ELEMENTS, random) + "\u001D21" + value(IN_ELEMENTS, random)
                                + "\u001D92" + value(IN_ELEMENTS, random)),
                new SampleLabel("]d2", "0106901234000016" + "17261231"),
                new SampleLabel(
                        "]d1",
                        "[)>\u001E06\u001DP" + value(IN_CODES, random) + "\u001DS" + value(IN_CODES, random)
                                + "\u001E\u0004"),
                new SampleLabel("]Q1", "88.118.7/CB-150/" + value(IN_CODES, random)),
                new SampleLabel("]C0", "X" + value(IN_CODES, random) + "-7"));
    }

    private static String value(String alphabet, Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = 1 + random.nextInt(15); i > 0; i--) {
            value.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return value.toString();
    }
}
