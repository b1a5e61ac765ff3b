package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.time.Instant;
import java.util.Optional;

/** Decodes {@code certificates}. */
final class CertificateDecoder {
  private static final Decoder<Boolean> CHAIN_COMPLETE =
      Decoders.words("a state of the chain", ImmutableMap.of("complete", true, "leafOnly", false));
  private static final Decoder<Boolean> LIST_REACHABLE =
      Decoders.words(
          "a state of the list", ImmutableMap.of("reachable", true, "unreachable", false));
  private static final Decoder<Certificate.KeyType> KEY =
      Decoders.words(
          "a key type",
          ImmutableMap.<String, Certificate.KeyType>builder()
              .put("RSA1024", Certificate.KeyType.RSA)
              .put("RSA2048", Certificate.KeyType.RSA)
              .put("RSA3072", Certificate.KeyType.RSA)
              .put("RSA4096", Certificate.KeyType.RSA)
              .put("P256", Certificate.KeyType.EC)
              .put("P384", Certificate.KeyType.EC)
              .put("P521", Certificate.KeyType.EC)
              .buildOrThrow());
  private static final Decoder<String> SIGNATURE =
      Decoders.words(
          "a signature hash",
          new String[] {"MD5", "SHA1", "SHA256", "SHA384", "SHA512"},
          text -> text);

  private CertificateDecoder() {}

  static Certificates decodeAll(Optional<Located> value, Problems problems) {
    if (value.isEmpty()) {
      return new Certificates(ImmutableMap.of(), ImmutableSet.of());
    }
    if (!(value.get() instanceof Located.Obj object)) {
      Decoders.wrongType("an object", value.get(), problems);
      return new Certificates(ImmutableMap.of(), ImmutableSet.of());
    }
    ImmutableMap.Builder<String, Certificate> sound = ImmutableMap.builder();
    ImmutableSet.Builder<String> declared = ImmutableSet.builder();
    for (Located.Member member : object.members()) {
      declared.add(member.name());
      if (member.name().isBlank() || member.name().startsWith("@")) {
        problems.add(member.nameSpot(), "`" + member.name() + "` is no name for a certificate");
      }
      decode(member, problems).ifPresent(c -> sound.put(member.name(), c));
    }
    return new Certificates(sound.buildOrThrow(), declared.build());
  }

  private static Optional<Certificate> decode(Located.Member member, Problems problems) {
    return Fields.of(member.value(), problems)
        .flatMap(fields -> decode(member.name(), fields, problems));
  }

  private static Optional<Certificate> decode(String name, Fields fields, Problems problems) {
    ImmutableList<DomainPattern> names = fields.list("names", Decoders.PATTERN);
    Optional<String> subject = fields.optional("subject", Decoders.NAME);
    String issuer = fields.optional("issuer", Decoders.NAME, Certificate.Issuer.PUBLIC);
    Optional<String> issuerName = fields.optional("issuerName", Decoders.NAME);
    Certificate.Validity validity = validity(fields, problems);
    Certificate.KeyType key = fields.optional("key", KEY, Certificate.KeyType.RSA);
    String signature = fields.optional("signature", SIGNATURE, "SHA256");
    boolean chain = fields.optional("chain", CHAIN_COMPLETE, true);
    boolean privateKey = fields.optional("privateKey", Decoders.BOOL, true);
    Certificate.Revocation revocation = revocation(fields, problems);
    fields.noOthers();
    if (subject.isEmpty() && names.isEmpty()) {
      problems.add(
          fields.spot(), "the certificate has neither `subject` nor `names`", "state `subject`");
      return Optional.empty();
    }
    String ownSubject = subject.orElseGet(() -> "CN=" + names.get(0));
    return Optional.of(
        new Certificate(
            name,
            ownSubject,
            names,
            new Certificate.Issuer(
                issuer, issuerName.orElseGet(() -> issuerSubject(issuer, ownSubject))),
            validity,
            key,
            signature,
            new Certificate.State(chain, privateKey, revocation)));
  }

  private static Certificate.Revocation revocation(Fields fields, Problems problems) {
    boolean revoked = fields.optional("revoked", Decoders.BOOL, false);
    boolean reachable = fields.optional("revocationList", LIST_REACHABLE, true);
    if (revoked && !reachable) {
      fields
          .raw("revocationList")
          .ifPresent(
              v ->
                  problems.add(
                      v.spot(),
                      "nobody learns from a list out of reach that the certificate is revoked",
                      "remove `revoked` or `revocationList`"));
    }
    return revoked
        ? Certificate.Revocation.REVOKED
        : reachable ? Certificate.Revocation.GOOD : Certificate.Revocation.UNREACHABLE;
  }

  private static Certificate.Validity validity(Fields fields, Problems problems) {
    Optional<Instant> from = fields.optional("notBefore", Moments.INSTANT);
    Optional<Instant> until = fields.optional("notAfter", Moments.INSTANT);
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      fields
          .raw("notAfter")
          .ifPresent(v -> problems.add(v.spot(), "`notAfter` lies before `notBefore`"));
    }
    return new Certificate.Validity(from, until);
  }

  private static String issuerSubject(String issuer, String subject) {
    return switch (issuer) {
      case Certificate.Issuer.SELF -> subject;
      case Certificate.Issuer.PUBLIC -> Certificates.PUBLIC_CA;
      default -> "CN=" + issuer;
    };
  }
}
