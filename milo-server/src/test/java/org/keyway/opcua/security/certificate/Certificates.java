package org.keyway.opcua.security.certificate;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates of every kind; an application's own, unless something else is said. */
public final class Certificates {
    static final String URI = "urn:client";
    private static final int APPLICATION = KeyUsage.digitalSignature
            | KeyUsage.nonRepudiation
            | KeyUsage.keyEncipherment
            | KeyUsage.dataEncipherment
            | KeyUsage.keyCertSign;
    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    private final KeyPair keys;
    private final String name;
    private KeyPair signer;
    private String issuer;
    private String algorithm = "SHA256withRSA";
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant to = Instant.now().plus(Duration.ofDays(100));
    private int usage = APPLICATION;
    private KeyPurposeId purpose = KeyPurposeId.id_kp_clientAuth;
    private boolean authority;
    private int padding;
    private String uri = URI;

    private Certificates(String name, KeyPair keys) {
        this.name = name;
        this.keys = keys;
        this.signer = keys;
        this.issuer = name;
    }

    /** A certificate of somebody, whose key is always the same. */
    public static Certificates of(String name) {
        return new Certificates(name, keys(name, 2048));
    }

    static Certificates of(String name, int bits) {
        return new Certificates(name, keys(name, bits));
    }

    private static KeyPair keys(String name, int bits) {
        return KEYS.computeIfAbsent(name + bits, key -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(bits);
                return generator.generateKeyPair();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Vouched for by somebody else. */
    public Certificates signedBy(String other) {
        signer = keys(other, 2048);
        issuer = other;
        return this;
    }

    Certificates with(String signature) {
        algorithm = signature;
        return this;
    }

    Certificates valid(Duration since, Duration until) {
        from = Instant.now().plus(since);
        to = Instant.now().plus(until);
        return this;
    }

    Certificates usage(int bits) {
        usage = bits;
        return this;
    }

    Certificates purpose(KeyPurposeId other) {
        purpose = other;
        return this;
    }

    Certificates authority() {
        authority = true;
        usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
        return this;
    }

    /** Another application's. */
    public Certificates uri(String other) {
        uri = other;
        return this;
    }

    /** The key that it is about. */
    public KeyPair keys() {
        return keys;
    }

    Certificates padded(int bytes) {
        padding = bytes;
        return this;
    }

    /** A list by which somebody revokes a certificate. */
    static byte[] revocationBy(String issuer, X509Certificate revoked) throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name("CN=" + issuer), Date.from(Instant.now()));
        builder.addCRLEntry(revoked.getSerialNumber(), Date.from(Instant.now()), CRLReason.keyCompromise);
        return builder.build(new JcaContentSignerBuilder("SHA256withRSA")
                        .build(keys(issuer, 2048).getPrivate()))
                .getEncoded();
    }

    /** A new certificate. */
    public X509Certificate make() {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(from),
                    Date.from(to),
                    new X500Name("CN=" + name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (usage != 0) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            }
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.uniformResourceIdentifier, uri),
                new GeneralName(GeneralName.dNSName, "x".repeat(padding) + "host")
            }));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
