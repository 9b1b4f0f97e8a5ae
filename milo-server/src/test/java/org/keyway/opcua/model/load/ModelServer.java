package org.keyway.opcua.model.load;

import java.util.Set;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.keyway.opcua.space.Namespaces;

/** A server that listens nowhere, with the namespaces of ours. */
final class ModelServer {
    private ModelServer() {}

    static OpcUaServer make() {
        OpcUaServer server = new OpcUaServer(
                OpcUaServerConfig.builder()
                        .setApplicationUri("urn:keyway:test")
                        .setEndpoints(Set.<EndpointConfig>of())
                        .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()))
                        .build(),
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
        Namespaces.register(server.getNamespaceTable());
        return server;
    }
}
