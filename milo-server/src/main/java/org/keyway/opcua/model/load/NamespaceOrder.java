package org.keyway.opcua.model.load;

import java.util.ArrayList;
import java.util.List;

/**
 * The namespaces of models from files in the order in which they were first seen, which gives them their indexes: what is
 * appended once stays where it is, even when its file has gone.
 */
public interface NamespaceOrder {
    /** The URIs so far. */
    List<String> known();

    /** Appends a URI; it is kept for good when this returns. */
    void append(String uri);

    /** An order that is forgotten with the process. */
    static NamespaceOrder ofThisRun() {
        List<String> uris = new ArrayList<>();
        return new NamespaceOrder() {
            @Override
            public List<String> known() {
                return List.copyOf(uris);
            }

            @Override
            public void append(String uri) {
                uris.add(uri);
            }
        };
    }
}
