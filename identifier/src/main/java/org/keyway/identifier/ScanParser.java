package org.keyway.identifier;

/** Reads a scan by every scheme known. Pure and total: any input gets a result, in time linear in its length. */
public interface ScanParser {
    /** The identification of the scan; never throws, whatever the data. */
    Identification parse(Scan scan);
}
