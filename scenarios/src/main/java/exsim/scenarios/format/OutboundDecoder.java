package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.external.HandshakeFallback;
import exsim.model.external.MailSystem;
import exsim.model.external.TlsLevel;
import exsim.model.external.TlsLevelPolicy;
import exsim.model.mail.DomainName;
import exsim.model.net.HostPort;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.util.Optional;

/** Decodes a mail system's {@code outbound}. */
final class OutboundDecoder {
  /** How a system sends that states nothing. */
  static final MailSystem.Outbound DEFAULT =
      new MailSystem.Outbound(
          new TlsLevelPolicy(TlsLevel.MAY, ImmutableList.of()),
          ImmutableMap.of(),
          new MailSystem.ClientTls(
              MailSystemDecoder.VERSIONS_DEFAULT, Optional.empty(), TrustStore.PUBLIC),
          false,
          HandshakeFallback.NEXT_ATTEMPT,
          Optional.empty(),
          ImmutableMap.of());

  private static final int SMTP_PORT = 25;
  private static final ImmutableSet<String> MATCH_WORDS =
      ImmutableSet.of("hostname", "nexthop", "dot-nexthop");
  private static final Decoder<TlsLevel> LEVEL =
      Decoders.words("a TLS level", TlsLevel.values(), TlsLevel::text);
  private static final Decoder<HandshakeFallback> FALLBACK =
      Decoders.words("a fallback", HandshakeFallback.values(), HandshakeFallback::text);

  private final Context context;

  OutboundDecoder(Context context) {
    this.context = context;
  }

  Optional<MailSystem.Outbound> decode(Located value, Problems problems) {
    return Fields.of(value, problems).map(fields -> decode(fields, problems));
  }

  private MailSystem.Outbound decode(Fields fields, Problems problems) {
    TlsLevel level = fields.optional("tlsLevel", LEVEL, TlsLevel.MAY);
    ImmutableList<String> match = match(fields, level, problems);
    ImmutableMap<DomainName, TlsLevelPolicy> policies =
        fields.optional("policy", Decoders.map(DomainName::parse, this::policy), ImmutableMap.of());
    ImmutableSet<TlsVersion> versions =
        fields.optional("tlsVersions", Decoders.TLS_VERSIONS, MailSystemDecoder.VERSIONS_DEFAULT);
    Optional<Certificate> certificate =
        fields.optional("certificate", context.certificates().reference());
    TrustStore trusts = Decoders.trustStore(fields);
    boolean mtaSts = fields.optional("mtaSts", Decoders.BOOL, false);
    HandshakeFallback fallback =
        fields.optional("fallback", FALLBACK, HandshakeFallback.NEXT_ATTEMPT);
    Optional<HostPort> smartHost = fields.optional("smartHost", Decoders.hostPort(SMTP_PORT));
    ImmutableMap<DomainName, HostPort> routes =
        fields.optional(
            "routes",
            Decoders.map(DomainName::parse, Decoders.hostPort(SMTP_PORT)),
            ImmutableMap.of());
    fields.noOthers();
    return new MailSystem.Outbound(
        new TlsLevelPolicy(level, match),
        policies,
        new MailSystem.ClientTls(versions, certificate, trusts),
        mtaSts,
        fallback,
        smartHost,
        routes);
  }

  /** A level's name, or an object that also says what is compared. */
  private Optional<TlsLevelPolicy> policy(Located value, Problems problems) {
    if (!(value instanceof Located.Obj)) {
      return LEVEL
          .decode(value, problems)
          .map(level -> new TlsLevelPolicy(level, ImmutableList.of()));
    }
    return Fields.of(value, problems)
        .flatMap(
            fields -> {
              Optional<TlsLevel> level = fields.required("level", LEVEL);
              ImmutableList<String> match = match(fields, level.orElse(TlsLevel.VERIFY), problems);
              Optional<String> unknown = fields.optional("unknownAttribute", Decoders.NAME);
              fields.noOthers();
              return level.map(l -> new TlsLevelPolicy(l, match, unknown));
            });
  }

  private ImmutableList<String> match(Fields fields, TlsLevel level, Problems problems) {
    ImmutableList<String> match =
        fields.list("match", (value, found) -> matched(value, level, found));
    if (level == TlsLevel.FINGERPRINT && match.isEmpty() && fields.raw("match").isEmpty()) {
      problems.add(
          fields.spot(),
          "the level `fingerprint` needs `match`",
          "list the names of the certificates that are accepted");
    }
    return match;
  }

  private Optional<String> matched(Located value, TlsLevel level, Problems problems) {
    Optional<String> text = Decoders.NAME.decode(value, problems);
    if (text.isEmpty() || MATCH_WORDS.contains(text.get())) {
      return text;
    }
    if (level == TlsLevel.FINGERPRINT) {
      return context.certificates().find(text.get(), value, problems).map(Certificate::name);
    }
    try {
      String name = text.get();
      boolean dotted = name.startsWith(".");
      DomainName domain = DomainName.parse(dotted ? name.substring(1) : name);
      return Optional.of((dotted ? "." : "") + domain.ascii());
    } catch (InvalidValueException e) {
      problems.add(
          value.spot(), e.getMessage(), "`hostname`, `nexthop`, `dot-nexthop` or a domain name");
      return Optional.empty();
    }
  }
}
