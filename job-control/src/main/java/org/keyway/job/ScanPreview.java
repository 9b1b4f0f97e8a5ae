package org.keyway.job;

import java.util.Optional;
import org.keyway.identifier.Scan;

/** What a scan would bring to a machine, with nothing written and nothing put on record; the same answer wherever it is asked. */
public interface ScanPreview {
    /**
     * Looks at a scan.
     *
     * @param operation the machine's own where none is given
     * @return empty when there is no such machine
     */
    Optional<Preview> preview(Scan scan, String machine, Optional<String> operation);

    /**
     * What it would bring.
     *
     * @param json all of it, as a JSON object
     * @param refusal the code of the first reason why nothing would be written; empty where something would
     */
    record Preview(String json, Optional<String> refusal) {}
}
