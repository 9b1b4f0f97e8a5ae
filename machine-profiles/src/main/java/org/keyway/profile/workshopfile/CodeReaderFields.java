package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyway.profile.CodeReader;

/** Reads and writes the OPC UA AutoID readers of a station, under the key {@code readers}. */
final class CodeReaderFields {
    private static final String KEY = "readers";
    private static final Pattern CODE_TYPE = Pattern.compile("RAW:BYTES|RAW:STRING|EPC|UID|GS1|ASC|URI|CUSTOM:.{1,60}");

    private CodeReaderFields() {}

    static List<CodeReader> read(Fields station) {
        List<CodeReader> readers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields fields : station.mappings(KEY)) {
            CodeReader reader = reader(fields);
            if (!ids.add(reader.id())) {
                fields.problem(fields.line("id"), ImportCode.DUPLICATE_ID, Map.of("id", reader.id()));
            }
            readers.add(reader);
        }
        if (readers.size() > CodeReader.MOST) {
            station.problem(
                    station.line(KEY), ImportCode.WRONG_TYPE, Map.of("key", KEY, "wanted", "0…" + CodeReader.MOST));
        }
        return readers;
    }

    private static CodeReader reader(Fields fields) {
        CodeReader reader = new CodeReader(
                fields.id("id"),
                EndpointFields.read(fields),
                MachineProfileReader.node(fields, "node"),
                fields.texts("codes"));
        for (String code : reader.codes()) {
            if (!CODE_TYPE.matcher(code).matches()) {
                String wanted = "RAW:BYTES, RAW:STRING, EPC, UID, GS1, ASC, URI, CUSTOM:…";
                fields.problem(fields.line("codes"), ImportCode.WRONG_TYPE, Map.of("key", "codes", "wanted", wanted));
            }
        }
        fields.finish();
        return reader;
    }

    static Entries write(Entries station, List<CodeReader> readers) {
        return station.mappings(
                KEY, readers.stream().map(CodeReaderFields::written).toList());
    }

    private static Entries written(CodeReader reader) {
        return EndpointFields.write(new Entries().text("id", reader.id()), reader.endpoint())
                .text("node", reader.node())
                .texts("codes", reader.codes());
    }
}
