package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.ServerRole;
import exsim.model.tls.Certificate;
import exsim.model.tls.TrustStore;
import exsim.scenarios.exchange.EdgeSubscription;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.exchange.TransportServices;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.util.Optional;

/** Decodes one entry of {@code servers}. */
final class ServerDecoder {
  private final Context context;
  private final ExchangeObjects objects;
  private final String organization;
  private final Optional<DomainName> domain;

  /**
   * Creates one for an organization.
   *
   * @param domain what stands behind the name of a server without {@code fqdn}
   */
  ServerDecoder(Context context, String organization, Optional<DomainName> domain) {
    this.context = context;
    this.objects = new ExchangeObjects(context);
    this.organization = organization;
    this.domain = domain;
  }

  Optional<ExchangeServer> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> decode(fields, problems));
  }

  private Optional<ExchangeServer> decode(Fields fields, Problems problems) {
    Optional<String> name = fields.required("name", Decoders.NAME);
    name.ifPresent(n -> context.names().server(n, fields.spotOf("name")));
    Optional<DomainName> fqdn = fqdn(fields, name);
    fqdn.ifPresent(context.names()::host);
    Optional<ExchangeVersion> version = fields.required("version", ServerTraits.VERSION);
    Optional<ImmutableSet<ServerRole>> roles =
        version.flatMap(v -> ServerTraits.roles(fields, v, problems));
    fields.raw("role");
    Optional<String> site = fields.optional("site", Decoders.NAME);
    Optional<ImmutableList<IpAddress>> addresses =
        fields.optional("addresses", Decoders.list(context.owned(organization)));
    ImmutableList<ExchangeServer.Installed> certificates =
        fields.list("certificates", this::installed);
    TrustStore trusts = Decoders.trustStore(fields);
    ExchangeVersion known = version.orElse(ExchangeVersion.SE);
    ExchangeServer.Protocols receiving = ServerTraits.receiving(fields, known);
    ExchangeServer.Protocols sending = ServerTraits.sending(fields, receiving);
    ServerFacts facts =
        new ServerFacts(
            name.orElse(""), fqdn, known, roles.orElseGet(() -> ServerFacts.usualRoles(known)));
    ImmutableList<ReceiveConnector> connectors =
        fields
            .raw("receiveConnectors")
            .map(value -> objects.receiveConnectors(value, facts))
            .orElse(ImmutableList.of());
    TransportServices service =
        objects.transportService(fields.raw("transportService"), fields.spot(), facts);
    EdgeSubscription.stated(fields.object())
        .filter(value -> service.namesInternalCertificate())
        .ifPresent(value -> context.certificates().reference().decode(value, context.problems()));
    Optional<ImmutableMap<String, String>> subscription = subscription(fields, roles);
    ServerCautions cautions = new ServerCautions(fields.object(), connectors, context.warnings());
    addresses.filter(a -> !a.isEmpty()).ifPresent(cautions::bindings);
    cautions.versions(receiving, sending);
    cautions.suppressed(service.downgradedExchangeAuth());
    fields.noOthers();
    if (name.isEmpty() || fqdn.isEmpty() || roles.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExchangeServer(
            name.get(),
            fqdn.get(),
            version.get(),
            roles.get(),
            site,
            addresses.filter(a -> !a.isEmpty()).orElseGet(() -> context.spare().of(fqdn.get())),
            new ExchangeServer.Tls(
                certificates,
                trusts,
                receiving,
                sending,
                service.downgradedExchangeAuth(),
                new ExchangeServer.DirectTrust(
                    service.internalCertificate(),
                    service.namesInternalCertificate(),
                    subscription)),
            connectors,
            service.settings()));
  }

  /**
   * The certificates of an Edge subscription. They may be gone since, so that none has to exist.
   */
  private Optional<ImmutableMap<String, String>> subscription(
      Fields fields, Optional<ImmutableSet<ServerRole>> roles) {
    fields
        .raw(EdgeSubscription.FILE)
        .flatMap(file -> Fields.of(file, context.problems()))
        .ifPresent(
            file -> {
              file.required("FileName", Decoders.TEXT);
              file.optional("certificate", Decoders.TEXT);
              file.noOthers();
            });
    Optional<ImmutableMap<String, String>> held =
        fields.optional(EdgeSubscription.KEY, Decoders.map(Ascii::toLowerCase, Decoders.TEXT));
    if (held.isPresent() && roles.filter(r -> !r.contains(ServerRole.EDGE_TRANSPORT)).isPresent()) {
      context
          .problems()
          .add(
              fields.spotOf(EdgeSubscription.KEY),
              "only an Edge Transport server is subscribed",
              "remove it");
    }
    return held;
  }

  private Optional<DomainName> fqdn(Fields fields, Optional<String> name) {
    if (fields.raw("fqdn").isEmpty() && name.isEmpty() && domain.isPresent()) {
      return Optional.empty(); // it would have followed from the name
    }
    if (fields.raw("fqdn").isPresent() || domain.isEmpty() || name.isEmpty()) {
      return fields.required("fqdn", Decoders.DOMAIN);
    }
    Located full = new Located.Text(fields.spotOf("name"), name.get() + "." + domain.get());
    return Decoders.DOMAIN.decode(full, context.problems());
  }

  /** A certificate by name, or an object that says what else it serves. */
  private Optional<ExchangeServer.Installed> installed(Located value, Problems problems) {
    Decoder<Certificate> reference = context.certificates().reference();
    if (!(value instanceof Located.Obj)) {
      return reference
          .decode(value, problems)
          .map(certificate -> new ExchangeServer.Installed(certificate, true));
    }
    return Fields.of(value, problems)
        .flatMap(
            fields -> {
              Optional<Certificate> certificate = fields.required("name", reference);
              boolean smtp = fields.optional("Services", ServerDecoder::smtp, true);
              fields.noOthers();
              return certificate.map(c -> new ExchangeServer.Installed(c, smtp));
            });
  }

  private static Optional<Boolean> smtp(Located value, Problems problems) {
    if (value instanceof Located.Arr) {
      return Decoders.list(Decoders.TEXT)
          .decode(value, problems)
          .map(all -> all.stream().anyMatch(s -> Ascii.equalsIgnoreCase(s.strip(), "SMTP")));
    }
    return Decoders.TEXT
        .decode(value, problems)
        .map(
            text ->
                Splitter.on(',')
                    .trimResults()
                    .splitToStream(text)
                    .anyMatch(service -> Ascii.equalsIgnoreCase(service, "SMTP")));
  }
}
