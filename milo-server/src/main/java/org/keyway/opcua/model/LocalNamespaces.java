package org.keyway.opcua.model;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.util.Namespaces;

/**
 * The namespace indexes of one file: {@code ns=1} in it is the first URI here, {@code ns=0} always OPC UA itself
 * (OPC 10000-6 F.2 NamespaceUris).
 */
public record LocalNamespaces(List<String> uris) {
    public LocalNamespaces {
        uris = List.copyOf(uris);
    }

    /** The URI of an index, if the file declares it. */
    public Optional<String> uri(int index) {
        if (index == 0) {
            return Optional.of(Namespaces.OPC_UA);
        }
        return index > 0 && index <= uris.size() ? Optional.of(uris.get(index - 1)) : Optional.empty();
    }

    /** An id such as {@code ns=1;i=1001} or {@code i=58}, if it is one and its namespace is declared. */
    public Optional<ExpandedNodeId> id(String text) {
        try {
            NodeId local = NodeId.parse(text);
            return uri(local.getNamespaceIndex().intValue()).map(uri -> of(uri, local.getIdentifier()));
        } catch (UaRuntimeException e) {
            return Optional.empty();
        }
    }

    /** A browse name such as {@code 1:Machines} or {@code Server}, if its namespace is declared. */
    public Optional<ModelName> name(String text) {
        int colon = text.indexOf(':');
        boolean indexed = colon > 0 && text.substring(0, colon).chars().allMatch(c -> c >= '0' && c <= '9');
        if (!indexed) {
            return Optional.of(new ModelName(Namespaces.OPC_UA, text));
        }
        if (colon > 5) {
            return Optional.empty();
        }
        return uri(Integer.parseInt(text.substring(0, colon)))
                .map(uri -> new ModelName(uri, text.substring(colon + 1)));
    }

    /**
     * The text of an id in this file.
     *
     * @throws IllegalArgumentException when its namespace isn't declared
     */
    public String text(ExpandedNodeId id) {
        int index = index(String.valueOf(id.getNamespaceUri()));
        return index == 0 ? identifier(id.identifier()) : "ns=" + index + ";" + identifier(id.identifier());
    }

    private static String identifier(Object identifier) {
        if (identifier instanceof UInteger number) {
            return "i=" + number;
        }
        if (identifier instanceof UUID uuid) {
            return "g=" + uuid;
        }
        if (identifier instanceof ByteString bytes) {
            return "b=" + Base64.getEncoder().encodeToString(bytes.bytesOrEmpty());
        }
        return "s=" + identifier;
    }

    /**
     * The text of a browse name in this file.
     *
     * @throws IllegalArgumentException when its namespace isn't declared
     */
    public String text(ModelName name) {
        int index = index(name.namespace());
        return index == 0 ? name.name() : index + ":" + name.name();
    }

    /**
     * The index of a URI.
     *
     * @throws IllegalArgumentException when it isn't declared
     */
    public int index(String uri) {
        if (uri.equals(Namespaces.OPC_UA)) {
            return 0;
        }
        int at = uris.indexOf(uri);
        if (at < 0) {
            throw new IllegalArgumentException("the namespace " + uri + " is not declared");
        }
        return at + 1;
    }

    /** The id with this identifier (UInteger, String, UUID or ByteString) in a namespace. */
    public static ExpandedNodeId of(String uri, Object identifier) {
        if (identifier instanceof UInteger number) {
            return ExpandedNodeId.of(uri, number);
        }
        if (identifier instanceof UUID uuid) {
            return ExpandedNodeId.of(uri, uuid);
        }
        if (identifier instanceof ByteString bytes) {
            return ExpandedNodeId.of(uri, bytes);
        }
        return ExpandedNodeId.of(uri, identifier.toString());
    }
}
