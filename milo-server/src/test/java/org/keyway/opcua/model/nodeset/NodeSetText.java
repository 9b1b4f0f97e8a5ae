package org.keyway.opcua.model.nodeset;

/** NodeSet2 files for tests, with one model {@code urn:x}. */
public final class NodeSetText {
    static final String NAMESPACE = "http://opcfoundation.org/UA/2011/03/UANodeSet.xsd";
    /** The line of the first node. */
    static final int FIRST_LINE = 5;

    private NodeSetText() {}

    static String of(String nodes) {
        return of("urn:x", "", nodes);
    }

    /** A file with a model that requires others; {@code ns=1} is its own. */
    public static String of(String uri, String requires, String nodes) {
        String required = requires.isEmpty() ? "" : "<RequiredModel ModelUri=\"" + requires + "\" Version=\"1.0\"/>";
        return """
                <UANodeSet xmlns="%s">
                <NamespaceUris><Uri>%s</Uri></NamespaceUris>
                <Models><Model ModelUri="%s" Version="1.0" PublicationDate="2024-01-01T00:00:00Z">%s</Model></Models>
                <Aliases><Alias Alias="Double">i=11</Alias><Alias Alias="HasComponent">i=47</Alias></Aliases>
                %s
                </UANodeSet>
                """.formatted(NAMESPACE, uri, uri, required, nodes);
    }

    static String variable(String value) {
        return "<UAVariable NodeId=\"ns=1;i=9\" BrowseName=\"1:V\"><Value>" + value + "</Value></UAVariable>";
    }
}
