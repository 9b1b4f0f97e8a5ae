package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Documents gathered into files, none larger than a reader takes. */
final class WorkshopPages {
    private static final int LONGEST_PAGE = 1_000_000;
    private static final String SEPARATOR = "---\n";

    /** Case doesn't tell files apart everywhere. */
    private final Map<String, List<StringBuilder>> pages = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    void add(String name, Node.Mapping root) {
        String document = YamlWriter.document(root);
        List<StringBuilder> of = pages.computeIfAbsent(name, unused -> new ArrayList<>());
        if (of.isEmpty() || of.get(of.size() - 1).length() + document.length() > LONGEST_PAGE) {
            of.add(new StringBuilder(document));
        } else {
            of.get(of.size() - 1).append(SEPARATOR).append(document);
        }
    }

    /** The text of each file by its name: {@code products.yaml}, {@code products.2.yaml}. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        pages.forEach((name, of) -> {
            for (int page = 0; page < of.size(); page++) {
                String number = page == 0 ? "" : "." + (page + 1);
                files.put(name + number + ".yaml", of.get(page).toString());
            }
        });
        return Collections.unmodifiableMap(files);
    }
}
