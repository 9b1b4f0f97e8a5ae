package org.keyway.opcua.server;

import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.keyway.opcua.ServerPolicy;
import org.keyway.opcua.ServerSettings;

/**
 * The endpoints of our server (OPC 10000-4 5.4.4): each policy under each host name, signed and encrypted; without security
 * only where one finds out what there is, and where a setting lets anyone read.
 */
final class ServerEndpoints {
    /** Where sessions are. */
    static final String PATH = "/keyway";

    private static final String DISCOVERY = "/discovery";

    private final ServerSettings settings;
    private final int port;
    private final Supplier<X509Certificate> certificate;

    ServerEndpoints(ServerSettings settings, int port, Supplier<X509Certificate> certificate) {
        this.settings = settings;
        this.port = port;
        this.certificate = certificate;
    }

    /** All of them. */
    Set<EndpointConfig> all() {
        Set<EndpointConfig> all = new LinkedHashSet<>();
        for (String host : settings.hostNames()) {
            for (ServerPolicy policy : ServerPolicy.values()) {
                if (settings.policies().contains(policy)) {
                    all.add(secured(host, policy));
                }
            }
            if (settings.readableByAnyone()) {
                all.add(unsecured(host, PATH));
            }
            all.add(unsecured(host, DISCOVERY));
        }
        return all;
    }

    private EndpointConfig secured(String host, ServerPolicy word) {
        SecurityPolicy policy = policy(word);
        return at(host, PATH)
                .setCertificate(certificate)
                .setSecurityPolicy(policy)
                .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
                .addTokenPolicies(
                        token("anonymous", UserTokenType.Anonymous, SecurityPolicy.None),
                        token("username", UserTokenType.UserName, policy),
                        token("certificate", UserTokenType.Certificate, policy))
                .build();
    }

    private EndpointConfig unsecured(String host, String path) {
        return at(host, path)
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicies(token("anonymous", UserTokenType.Anonymous, SecurityPolicy.None))
                .build();
    }

    private EndpointConfig.Builder at(String host, String path) {
        return EndpointConfig.newBuilder()
                .setBindAddress(settings.bind())
                .setBindPort(port)
                .setHostname(inUrl(host))
                .setPath(path);
    }

    private static UserTokenPolicy token(String id, UserTokenType type, SecurityPolicy policy) {
        return new UserTokenPolicy(id, type, null, null, policy == SecurityPolicy.None ? null : policy.getUri());
    }

    private static SecurityPolicy policy(ServerPolicy policy) {
        return switch (policy) {
            case BASIC_256_SHA_256 -> SecurityPolicy.Basic256Sha256;
            case AES_128_SHA_256_RSA_OAEP -> SecurityPolicy.Aes128_Sha256_RsaOaep;
            case AES_256_SHA_256_RSA_PSS -> SecurityPolicy.Aes256_Sha256_RsaPss;
        };
    }

    private static String inUrl(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Where clients connect. */
    String url() {
        return "opc.tcp://" + inUrl(settings.hostNames().get(0)) + ":" + port + PATH;
    }
}
