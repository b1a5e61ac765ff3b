package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.external.MailHost;
import exsim.model.external.MailSystem;
import exsim.model.mail.DomainName;
import exsim.model.mail.HeaderField;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.util.Optional;

/** Decodes one entry of {@code mailSystems}. */
final class MailSystemDecoder {
  /** The TLS versions of hosts and clients that state none. */
  static final ImmutableSet<TlsVersion> VERSIONS_DEFAULT =
      ImmutableSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);

  private static final int SMTP_PORT = 25;
  private static final Decoder<MailHost.StartTls> START_TLS =
      Decoders.words(
          "a way to treat STARTTLS", MailHost.StartTls.values(), MailHost.StartTls::text);
  private static final Decoder<MailHost.ClientCertificate> CLIENT_CERTIFICATE =
      Decoders.words(
          "a way to treat client certificates",
          MailHost.ClientCertificate.values(),
          MailHost.ClientCertificate::text);

  private final Context context;

  MailSystemDecoder(Context context) {
    this.context = context;
  }

  Optional<MailSystem> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(this::decode);
  }

  private Optional<MailSystem> decode(Fields fields) {
    Optional<String> name = fields.required("name", Decoders.NAME);
    name.ifPresent(n -> context.names().system(n, fields.spotOf("name")));
    ImmutableList<DomainName> domains =
        fields.optional("domains", Decoders.set(Decoders.DOMAIN), ImmutableSet.of()).asList();
    String system = name.orElse("");
    ImmutableList<MailHost> hosts =
        fields.list("hosts", (host, found) -> host(host, system, found));
    MailSystem.Outbound outbound =
        fields.optional("outbound", new OutboundDecoder(context)::decode, OutboundDecoder.DEFAULT);
    boolean requireTls = fields.optional("requireTlsExtension", Decoders.BOOL, false);
    ImmutableList<HeaderField> headers =
        fields.list("addsHeaders", Decoders.parsed(HeaderField::parse));
    fields.noOthers();
    return name.map(n -> new MailSystem(n, domains, hosts, outbound, requireTls, headers));
  }

  private Optional<MailHost> host(Located value, String system, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> host(fields, system));
  }

  private Optional<MailHost> host(Fields fields, String system) {
    Optional<DomainName> fqdn = fields.required("fqdn", Decoders.DOMAIN);
    fqdn.ifPresent(context.names()::host);
    Optional<ImmutableList<IpAddress>> addresses =
        fields.optional("addresses", Decoders.list(context.owned(system)));
    int port = fields.optional("port", Decoders.port(), SMTP_PORT);
    MailHost.StartTls startTls = fields.optional("startTls", START_TLS, MailHost.StartTls.OFFERED);
    boolean requireTls = fields.optional("requireTls", Decoders.BOOL, false);
    ImmutableSet<TlsVersion> versions =
        fields.optional("tlsVersions", Decoders.TLS_VERSIONS, VERSIONS_DEFAULT);
    Optional<Certificate> certificate =
        fields.optional("certificate", context.certificates().reference());
    MailHost.ClientCertificate client =
        fields.optional(
            "clientCertificate", CLIENT_CERTIFICATE, MailHost.ClientCertificate.IGNORED);
    ImmutableList<String> auth = fields.list("auth", Decoders.NAME);
    boolean bareLineFeeds = fields.optional("bareLineFeeds", Decoders.BOOL, false);
    fields.noOthers();
    return fqdn.map(
        host ->
            new MailHost(
                host,
                addresses.filter(a -> !a.isEmpty()).orElseGet(() -> context.spare().of(host)),
                port,
                startTls,
                requireTls,
                versions,
                certificate.orElseGet(() -> Certificates.publicFor(host)),
                client,
                auth,
                bareLineFeeds));
  }
}
