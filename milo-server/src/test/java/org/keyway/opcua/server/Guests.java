package org.keyway.opcua.server;

import io.netty.channel.ChannelPipeline;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.keyway.job.MachineBoard;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.account.AccountDirectory;
import org.keyway.job.account.AccountStore;
import org.keyway.job.account.Role;
import org.keyway.job.account.SignIn;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.ServerSettings;
import org.keyway.opcua.model.load.ModelConfiguration;
import org.keyway.opcua.model.load.NamespaceOrder;
import org.keyway.opcua.security.access.Callers;
import org.keyway.opcua.security.access.SignIns;
import org.keyway.opcua.security.audit.AccountAudit;
import org.keyway.opcua.security.audit.AuditEntry;
import org.keyway.opcua.security.audit.AuditStore;
import org.keyway.opcua.security.audit.AuditWriter;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.opcua.security.certificate.Thumbprint;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.profile.WorkshopSource;

/** Those who come to a served workshop: clients with keys of their own, and accounts that are gone with the test. */
public final class Guests implements AccountStore, AuditStore {
    /** The URI of every client here. */
    public static final String CLIENT_URI = "urn:keyway:test:client";

    private static final KeyPair KEYS = keys();
    private static final X509Certificate CERTIFICATE = certificate(KEYS, CLIENT_URI);

    private final Path folder;
    private final Pki pki;
    private final Supplier<List<String>> machines;
    private final AccountDirectory directory = new AccountDirectory(this, Clock.systemUTC());
    private final List<Kept> accounts = new CopyOnWriteArrayList<>();
    private final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch names = new CountDownLatch(0);

    Guests(Path folder, Supplier<List<String>> machines) {
        this.folder = folder;
        this.machines = machines;
        this.pki = new Pki(new OpcUaConfiguration(folder, 0), Clock.systemUTC());
        pki.trusted().addTrustedCertificate(CERTIFICATE);
    }

    /** A new key. */
    public static KeyPair keys() {
        try {
            return SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate that its owner has signed himself. */
    public static X509Certificate certificate(KeyPair keys, String uri) {
        try {
            return new SelfSignedCertificateBuilder(keys)
                    .setCommonName("A client")
                    .setApplicationUri(uri)
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that they come to. */
    ShopFloorServer server(
            ServerSettings settings, WorkshopSource workshop, MachineBoard board, Set<MachineFeature> features) {
        Clock clock = Clock.systemUTC();
        ServerSecurity security = new ServerSecurity(
                pki,
                new SignIns(new SignIn(this, clock), directory, clock),
                new Callers(directory),
                new AuditWriter(this, clock),
                clock);
        Contents contents = new Contents(
                features,
                Set.of(new Vitals(Set.of(), Set.of())),
                new CompanionModels(ModelConfiguration.OWN, NamespaceOrder.ofThisRun()));
        return new ShopFloorServer(new OpcUaConfiguration(folder, settings), workshop, board, contents, security);
    }

    /** Whom the server trusts and turned away. */
    public Pki pki() {
        return pki;
    }

    /** A client without security and without a name. */
    public static OpcUaClient anonymous(String url) throws UaException {
        OpcUaClient client = OpcUaClient.create(
                url,
                endpoints -> endpoints.stream()
                        .filter(endpoint -> SecurityPolicy.None.getUri().equals(endpoint.getSecurityPolicyUri()))
                        .findFirst(),
                transport -> {},
                config -> {});
        client.connect();
        return client;
    }

    /** The client whose application has every role, and is the control of every machine. */
    public OpcUaClient everybody(String url) throws UaException {
        return secured(url, SecurityPolicy.Basic256Sha256, new AnonymousProvider());
    }

    /** A client that signs in by name. */
    public OpcUaClient named(String url, String name, String password) throws UaException {
        return secured(url, SecurityPolicy.Basic256Sha256, new UsernameProvider(name, password));
    }

    /** A client that nobody has trusted yet. */
    public static OpcUaClient stranger(String url, KeyPair keys, X509Certificate certificate) throws UaException {
        OpcUaClient client = unconnected(url, keys, certificate);
        client.connect();
        return client;
    }

    private static OpcUaClient unconnected(String url, KeyPair keys, X509Certificate certificate) throws UaException {
        return OpcUaClient.create(
                url,
                endpoints -> endpoints.stream()
                        .filter(endpoint ->
                                SecurityPolicy.Basic256Sha256.getUri().equals(endpoint.getSecurityPolicyUri()))
                        .findFirst(),
                transport -> {},
                config -> config.setApplicationUri(CLIENT_URI)
                        .setKeyPair(keys)
                        .setCertificate(certificate)
                        .setCertificateChain(new X509Certificate[] {certificate}));
    }

    /** The client that has every role, with somebody first in each of its connections. */
    public OpcUaClient everybody(String url, Consumer<ChannelPipeline> connected) throws UaException {
        OpcUaClient client = unconnected(url, SecurityPolicy.Basic256Sha256, new AnonymousProvider(), connected);
        client.connect();
        return client;
    }

    /** A client under a policy. */
    public OpcUaClient secured(String url, SecurityPolicy policy, IdentityProvider identity) throws UaException {
        OpcUaClient client = unconnected(url, policy, identity);
        client.connect();
        return client;
    }

    private static OpcUaClient unconnected(
            String url, SecurityPolicy policy, IdentityProvider identity, String... languages) throws UaException {
        return unconnected(url, policy, identity, pipeline -> {}, languages);
    }

    private static OpcUaClient unconnected(
            String url,
            SecurityPolicy policy,
            IdentityProvider identity,
            Consumer<ChannelPipeline> connected,
            String... languages)
            throws UaException {
        return OpcUaClient.create(
                url,
                endpoints -> endpoints.stream()
                        .filter(endpoint -> policy.getUri().equals(endpoint.getSecurityPolicyUri()))
                        .findFirst(),
                transport -> transport.setChannelPipelineCustomizer(connected),
                config -> config.setApplicationName(LocalizedText.english("A client"))
                        .setApplicationUri(CLIENT_URI)
                        .setKeyPair(KEYS)
                        .setCertificate(CERTIFICATE)
                        .setCertificateChain(new X509Certificate[] {CERTIFICATE})
                        .setSessionLocaleIds(languages)
                        .setIdentityProvider(identity));
    }

    /** A client that a server of this folder trusts, and that signs in by name and speaks these languages. */
    public static OpcUaClient trusted(Pki pki, String url, String name, String password, String... languages)
            throws UaException {
        pki.trusted().addTrustedCertificate(CERTIFICATE);
        OpcUaClient client =
                unconnected(url, SecurityPolicy.Basic256Sha256, new UsernameProvider(name, password), languages);
        client.connect();
        return client;
    }

    /** Where accounts are made. */
    public AccountDesk desk(WorkshopSource workshop) {
        return new AccountDesk(this, directory, workshop, new AccountAudit(this, Clock.systemUTC()));
    }

    /** What was kept of what clients did. */
    public List<AuditEntry> audited() {
        return List.copyOf(audit);
    }

    @Override
    public void append(List<AuditEntry> entries) {
        audit.addAll(entries);
    }

    @Override
    public List<AuditEntry> newest(int limit) {
        return audited();
    }

    @Override
    public List<AuditEntry> ofKind(AuditEntry.Kind kind) {
        return audit.stream().filter(entry -> entry.kind() == kind).toList();
    }

    @Override
    public List<Account> all() {
        Account everybody = new Account(
                "everybody",
                Set.of(Role.values()),
                new HashSet<>(machines.get()),
                Optional.of(Thumbprint.of(CERTIFICATE)),
                Optional.empty());
        return Stream.concat(Stream.of(everybody), accounts.stream().map(Kept::account))
                .toList();
    }

    /** Whoever signs in by a name waits from now on, until this is run. */
    public Runnable holdNames() {
        CountDownLatch released = new CountDownLatch(1);
        names = released;
        return released::countDown;
    }

    @Override
    public Optional<Kept> find(String name) {
        try {
            names.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return accounts.stream()
                .filter(kept -> kept.account().name().equals(name))
                .findFirst();
    }

    @Override
    public boolean insert(Kept account) {
        return accounts.add(account);
    }

    @Override
    public boolean changePassword(String name, String hash) {
        List<Kept> found = new ArrayList<>(accounts);
        found.removeIf(kept -> !kept.account().name().equals(name));
        found.forEach(kept -> accounts.set(accounts.indexOf(kept), new Kept(kept.account(), Optional.of(hash))));
        return !found.isEmpty();
    }

    @Override
    public boolean delete(String name) {
        return accounts.removeIf(kept -> kept.account().name().equals(name));
    }
}
