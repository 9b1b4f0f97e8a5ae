package org.keyway.identifier.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.keyway.identifier.resolution.TestChain.signedIn;
import static org.keyway.identifier.resolution.TestChain.source;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.resolution.signature.TestKeys;
import org.keyway.identifier.resolution.source.Login;
import org.keyway.identifier.resolution.source.Question.Level;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.identifier.resolution.source.SourceConfiguration;
import org.keyway.identifier.resolution.source.SourceConfiguration.RequestSettings;

/** Against a node that gives a challenge once, checks the signature over it, and takes its own tokens only. */
final class NodeLoginTest {
    private static final String APPLICATION = "88.118.7/App_keyway";
    private static final String HANDLE = "88.118.7/CB-150";
    private static final Pattern ANSWER = Pattern.compile("\\{\"handle\":\"([^\"]+)\",\"signature\":\"([^\"]+)\"}");

    private static KeyPair keys = new KeyPair(null, null);

    private final TestService service = new TestService();
    private final Set<String> challenges = ConcurrentHashMap.newKeySet();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger(1815);

    @TempDir
    private Path folder;

    private Path keyFile = Path.of("");
    private String challengeForm = "%s";
    private String refusal = "{\"code\":401,\"message\":\"认证失败\"}";
    private int refusalStatus = 200;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        keys = TestKeys.of("RS256");
    }

    @BeforeEach
    void start() throws IOException {
        keyFile = Files.writeString(folder.resolve("app.pem"), TestKeys.pem(keys.getPrivate()));
        service.behaves(this::serve);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/api/v1/doip/public/challenge" -> challenge(exchange);
            case "/api/v1/doip/public/verify-response" -> verify(exchange);
            default -> retrieve(exchange);
        }
    }

    private void challenge(HttpExchange exchange) throws IOException {
        String nonce = challengeForm.formatted(count.incrementAndGet());
        challenges.add(nonce);
        boolean known =
                "handle=88.118.7%2FApp_keyway".equals(exchange.getRequestURI().getRawQuery());
        String given =
                "{\"code\":1,\"message\":\"operation was successfully processed\",\"data\":\"%s\"}".formatted(nonce);
        TestService.answer(exchange, 200, "application/json", known ? given : "{\"code\":40508,\"message\":\"x\"}");
    }

    private void verify(HttpExchange exchange) throws IOException {
        TestService.Request request = service.requests.get(service.requests.size() - 1);
        Matcher answer = ANSWER.matcher(request.body());
        boolean good = request.method().equals("POST")
                && answer.matches()
                && answer.group(1).equals(APPLICATION)
                && challenges.removeIf(nonce -> isSignature(answer.group(2), nonce));
        String token = "token-" + count.get();
        tokens.add(token);
        TestService.answer(
                exchange,
                200,
                "application/json",
                good ? "{\"code\":1,\"data\":{\"token\":\"%s\"}}".formatted(token) : "{\"code\":102}");
    }

    private boolean isSignature(String text, String nonce) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update(nonce.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(text));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void retrieve(HttpExchange exchange) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean allowed = authorization.startsWith("Bearer ") && tokens.contains(authorization.substring(7));
        TestService.answer(
                exchange,
                allowed ? 200 : refusalStatus,
                "application/json",
                allowed ? "{\"code\":1,\"data\":{\"attributes\":{\"number\":\"P150\",\"bore\":\"C\"}}}" : refusal);
    }

    private TestChain chain() {
        Login login = new Login(APPLICATION, new SecretReference("file:" + keyFile));
        return new TestChain(List.of(service.host()), signedIn(source("idhub", service.url()), login));
    }

    private long asked(String path) {
        return service.requests.stream()
                .filter(request -> request.target().startsWith("/api/v1/doip" + path))
                .count();
    }

    @Test
    void aChallengeThatIsSignedWithTheApplicationsKeyGivesTheToken() {
        assertThat(chain().identity(HANDLE).attributes()).containsEntry("boreClass", "C");
        assertThat(service.requests).hasSize(3);
        assertThat(service.requests.get(0).authorization()).isEmpty();
        assertThat(service.requests.get(1).authorization()).isEmpty();
        assertThat(service.requests.get(2).authorization()).isEqualTo("Bearer token-1816");
    }

    @Test
    void theTokenIsKeptForTheNextLabel() {
        TestChain chain = chain();

        chain.identity(HANDLE);
        chain.identity(HANDLE + "1");

        assertThat(asked("/public/")).isEqualTo(2);
        assertThat(asked("?")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 {\"code\":401}", "200 {\"code\":102}", "401 {}"})
    void aTokenThatTheNodeLetGoIsRenewed(String refused) {
        refusalStatus = Integer.parseInt(refused.substring(0, 3));
        refusal = refused.substring(4);
        TestChain chain = chain();
        chain.identity(HANDLE);
        tokens.clear();

        assertThat(chain.identity(HANDLE + "1").product()).isEqualTo("CB-150");
        assertThat(asked("/public/challenge")).isEqualTo(2);
        assertThat(asked("?")).isEqualTo(3);
    }

    @Test
    void aNodeThatTakesNoneOfItsTokensIsNotAskedWithoutEnd() {
        service.behaves(exchange -> {
            tokens.clear();
            serve(exchange);
        });

        assertThat(chain().unknown(HANDLE)).isEqualTo("KW-ID-174");
        assertThat(service.requests).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void noRightIsNoReasonToSignInAnew() {
        refusal = "{\"code\":403,\"message\":\"没有权限查看数据\"}";
        TestChain chain = chain();
        chain.identity(HANDLE);
        tokens.clear();

        assertThat(chain.unknown(HANDLE + "1")).isEqualTo("KW-ID-174");
        assertThat(asked("/public/challenge")).isEqualTo(1);
    }

    @Test
    void anotherApplicationsKeyGivesNoToken() throws Exception {
        Files.writeString(keyFile, TestKeys.pem(TestKeys.of("RS256").getPrivate()));

        assertThat(chain().unknown(HANDLE)).isEqualTo("KW-ID-174");
        assertThat(asked("?")).isZero();
    }

    @Test
    void aKeyOfAnotherKindSignsNothing() throws Exception {
        Files.writeString(keyFile, TestKeys.pem(TestKeys.of("ES256").getPrivate()));

        assertThat(chain().unknown(HANDLE)).isEqualTo("KW-ID-174");
        assertThat(service.requests).isEmpty();
    }

    /** Who could choose what is signed would have a JSON Web Signature made, or any document. */
    @ParameterizedTest
    @ValueSource(strings = {"e30.e30-%s", "a b %s", "", "挑战%s"})
    void aChallengeThatCouldBeADocumentIsNotSigned(String form) {
        challengeForm = form.isEmpty() ? "9".repeat(129) : form;

        assertThat(chain().unknown(HANDLE)).isEqualTo("KW-ID-174");
        assertThat(asked("/public/verify-response")).isZero();
    }

    @Test
    void whatProvesWhoWeAreIsSentToNobodyElse() {
        try (TestService other = new TestService()) {
            service.behaves(exchange -> {
                if (exchange.getRequestURI().getPath().endsWith("verify-response")) {
                    TestService.redirect(exchange, other.url() + "/api/v1/doip/public/verify-response");
                } else {
                    serve(exchange);
                }
            });
            Login login = new Login(APPLICATION, new SecretReference("file:" + keyFile));
            TestChain chain = new TestChain(
                    List.of(service.host(), other.host()), signedIn(source("idhub", service.url()), login));

            assertThat(chain.unknown(HANDLE)).isEqualTo("KW-ID-175");
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void aLoginIsForAnEnterpriseNodeAndInThePlaceOfAToken() {
        Login login = new Login(APPLICATION, new SecretReference("file:x"));
        SourceConfiguration withToken = source(
                "idhub",
                service.url(),
                Level.PRODUCT,
                RequestSettings.USUAL,
                Optional.of(new SecretReference("env:TOKEN")));

        assertThatIllegalArgumentException().isThrownBy(() -> signedIn(source("handle", service.url()), login));
        assertThatIllegalArgumentException().isThrownBy(() -> signedIn(withToken, login));
        assertThatIllegalArgumentException().isThrownBy(() -> new Login("88.118.7", new SecretReference("file:x")));
    }
}
