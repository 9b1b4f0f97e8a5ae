package org.keyway.opcua.space;

import java.util.List;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/**
 * The namespaces of our server, in the order that clients may rely on: 0 is OPC UA's, 1 the application's, then these. Models
 * from files follow. The URI is the only valid key (OPC 10000-3 8.2.2), yet many a PLC keeps the index.
 */
public final class Namespaces {
    public static final String DI = "http://opcfoundation.org/UA/DI/";
    public static final String IA = "http://opcfoundation.org/UA/IA/";
    public static final String MACHINERY = "http://opcfoundation.org/UA/Machinery/";
    public static final String JOB_CONTROL = "http://opcfoundation.org/UA/ISA95-JOBCONTROL_V2/";
    public static final String JOBS = "http://opcfoundation.org/UA/Machinery/Jobs/";
    /** Our own types. */
    public static final String TYPES = "urn:keyway:ua:types:v1";
    /** Our instances: machines, and the gateway itself. */
    public static final String MACHINES = "urn:keyway:ua:machines";

    private static final List<String> ORDER = List.of(DI, IA, MACHINERY, JOB_CONTROL, JOBS, TYPES, MACHINES);

    private final NamespaceTable table;

    private Namespaces(NamespaceTable table) {
        this.table = table;
    }

    /** Takes the indices 2 to 8 of a server that has none but its own two yet. */
    public static Namespaces register(NamespaceTable table) {
        ORDER.forEach(table::add);
        return new Namespaces(table);
    }

    /**
     * The index of a namespace.
     *
     * @throws IllegalArgumentException when the server doesn't have it
     */
    public UShort index(String uri) {
        UShort index = table.getIndex(uri);
        if (index == null) {
            throw new IllegalArgumentException("no namespace " + uri);
        }
        return index;
    }
}
