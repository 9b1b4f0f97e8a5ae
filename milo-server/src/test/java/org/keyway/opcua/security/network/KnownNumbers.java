package org.keyway.opcua.security.network;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.transport.server.ServerApplicationContext;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;

/** A server whose every channel and token is number one, so that bytes written beforehand fit them. It answers at once. */
record KnownNumbers(ServerApplicationContext server) implements ServerApplicationContext {
    /** How many requests were understood. */
    static final AtomicInteger asked = new AtomicInteger();

    @Override
    public List<EndpointDescription> getEndpointDescriptions() {
        return server.getEndpointDescriptions();
    }

    @Override
    public CertificateManager getCertificateManager() {
        return server.getCertificateManager();
    }

    @Override
    public EncodingContext getEncodingContext() {
        return server.getEncodingContext();
    }

    @Override
    public Long getNextSecureChannelId() {
        return 1L;
    }

    @Override
    public Long getNextSecureChannelTokenId() {
        return 1L;
    }

    @Override
    public CompletableFuture<UaResponseMessageType> handleServiceRequest(
            ServiceRequestContext context, UaRequestMessageType request) {
        asked.incrementAndGet();
        CompletableFuture<UaResponseMessageType> answer = server.handleServiceRequest(context, request);
        try {
            answer.join();
        } catch (CompletionException refused) {
            return answer;
        }
        return answer;
    }
}
