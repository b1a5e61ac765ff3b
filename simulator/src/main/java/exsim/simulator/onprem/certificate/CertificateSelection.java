package exsim.simulator.onprem.certificate;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeServer.Installed;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.TlsCertificateName;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Picks the certificate that a server presents as receiver and shows as sender. */
public final class CertificateSelection {
  private static final int EDGE_PIN_MAX = 256;

  private final ExchangeServer server;

  public CertificateSelection(ExchangeServer server) {
    this.server = server;
  }

  /**
   * A certificate and whether it can be used.
   *
   * @param certificate the certificate; empty for none
   * @param fault why every handshake with it fails; empty for no fault
   * @param because why this one
   */
  public record Picked(Optional<Certificate> certificate, Optional<String> fault, Reason because) {
    public static Picked of(Certificate certificate, Reason because) {
      return new Picked(Optional.of(certificate), Optional.empty(), because);
    }

    public static Picked none(Reason because) {
      return new Picked(Optional.empty(), Optional.empty(), because);
    }

    public static Picked broken(Certificate certificate, String fault, Reason because) {
      return new Picked(Optional.of(certificate), Optional.of(fault), because);
    }
  }

  /** The certificate for STARTTLS on a Receive connector; none hides STARTTLS. */
  Picked forReceiving(ReceiveConnector connector, Instant now) {
    Optional<TlsCertificateName> pin = connector.security().certificateName();
    return pin.isPresent()
        ? pinned(pin.get(), connector.name(), now)
        : named(connector.fqdn().orElse(server.fqdn()), connector.name(), now);
  }

  private Picked pinned(TlsCertificateName pin, String connector, Instant now) {
    Optional<Installed> latest = latest(pin);
    if (latest.isEmpty()) {
      return Picked.none(
          Reason.of(CertificateRule.PINNED_MISSING, "name", pin, "connector", connector));
    }
    Certificate certificate = latest.get().certificate();
    if (!certificate.state().privateKey()) {
      return Picked.none(
          Reason.of(
              CertificateRule.PINNED_NO_KEY,
              "certificate",
              certificate.subject(),
              "name",
              pin,
              "connector",
              connector));
    }
    if (!latest.get().forSmtp()) {
      return Picked.broken(
          certificate,
          "the server's certificate cannot be used for SMTP",
          reason(CertificateRule.PINNED_NOT_FOR_SMTP, connector, certificate));
    }
    CertificateStatus status = CertificateStatus.of(certificate, server.tls().trusts(), now);
    boolean hidden =
        !certificate.selfSigned()
            && (status == CertificateStatus.UNTRUSTED || status == CertificateStatus.REVOKED)
            && certificate.state().chainComplete();
    return hidden
        ? Picked.none(
            Reason.of(
                CertificateRule.PINNED_INVALID,
                "certificate",
                certificate.subject(),
                "connector",
                connector,
                "status",
                status.text()))
        : Picked.of(
            certificate,
            reason(
                hasExpired(certificate, now)
                    ? CertificateRule.PINNED_EXPIRED
                    : CertificateRule.PINNED,
                connector,
                certificate));
  }

  private static boolean hasExpired(Certificate certificate, Instant now) {
    return CertificateStatus.datesOf(certificate, now) == CertificateStatus.EXPIRED;
  }

  private Picked named(DomainName name, String connector, Instant now) {
    ImmutableList<Installed> carrying =
        server.tls().certificates().stream()
            .filter(i -> i.certificate().proves(name) && i.certificate().state().privateKey())
            .collect(ImmutableList.toImmutableList());
    Optional<Certificate> eligible =
        carrying.stream()
            .filter(Installed::forSmtp)
            .map(Installed::certificate)
            .min(preference(now));
    if (eligible.isPresent()) {
      return Picked.of(
          eligible.get(),
          Reason.of(
              hasExpired(eligible.get(), now)
                  ? CertificateRule.BY_NAME_EXPIRED
                  : CertificateRule.BY_NAME,
              "certificate",
              eligible.get().subject(),
              "name",
              name,
              "connector",
              connector));
    }
    if (!carrying.isEmpty()) {
      Certificate certificate = carrying.get(0).certificate();
      return Picked.broken(
          certificate,
          "the server's certificate is not enabled for SMTP",
          Reason.of(
              CertificateRule.NOT_FOR_SMTP, "certificate", certificate.subject(), "name", name));
    }
    return Picked.none(
        Reason.of(CertificateRule.NO_CERTIFICATE, "name", name, "connector", connector));
  }

  /** A valid one of an authority first, then a self-signed one, then the rest; the newest first. */
  private Comparator<Certificate> preference(Instant now) {
    return Comparator.<Certificate>comparingInt(
            c -> {
              boolean valid =
                  CertificateStatus.of(c, server.tls().trusts(), now) == CertificateStatus.VALID;
              return valid ? 0 : c.selfSigned() ? 1 : 2;
            })
        .thenComparing(
            c -> c.validity().notBefore().orElse(Instant.MIN), Comparator.reverseOrder());
  }

  private Optional<Installed> latest(TlsCertificateName pin) {
    return server.tls().certificates().stream()
        .filter(i -> pin.names(i.certificate()))
        .max(Comparator.comparing(i -> i.certificate().validity().notAfter().orElse(Instant.MAX)));
  }

  /** The internal transport certificate: the one stated, or else setup's own; none without name. */
  Optional<Certificate> internal() {
    if (!server.tls().directTrust().named()) {
      return Optional.empty();
    }
    Stream<Certificate> usable =
        server.tls().certificates().reverse().stream()
            .map(Installed::certificate)
            .filter(c -> c.state().privateKey());
    Optional<String> stated = server.tls().directTrust().internal();
    return stated.isPresent()
        ? usable.filter(c -> c.name().equals(stated.get())).findFirst()
        : usable.min(Comparator.comparingInt(c -> c.selfSigned() ? 0 : 1));
  }

  /** What X-ANONYMOUSTLS presents; none hides the verb. */
  Picked forServers(Instant now) {
    return internal()
        .map(
            c ->
                Picked.of(
                    c,
                    Reason.of(
                        hasExpired(c, now)
                            ? CertificateRule.INTERNAL_EXPIRED
                            : CertificateRule.INTERNAL,
                        "certificate",
                        c.subject(),
                        "server",
                        server.name())))
        .orElseGet(
            () ->
                Picked.none(
                    Reason.of(
                        server.tls().directTrust().named()
                            ? CertificateRule.INTERNAL_MISSING
                            : CertificateRule.INTERNAL_UNNAMED,
                        "server",
                        server.name())));
  }

  /** The certificate that a Send connector shows when the receiver asks for one. */
  public Picked forSending(SendConnector connector, Instant now) {
    Optional<TlsCertificateName> pin = connector.tls().certificateName();
    if (pin.isPresent() && lostByEdgeSync(connector).isEmpty()) {
      return pinnedForSending(pin.get(), connector.name());
    }
    DomainName name = connector.fqdn().orElse(server.fqdn());
    return server.tls().certificates().stream()
        .filter(Installed::forSmtp)
        .map(Installed::certificate)
        .filter(c -> c.proves(name) && c.state().privateKey())
        .min(preference(now))
        .map(
            c ->
                Picked.of(
                    c,
                    Reason.of(
                        CertificateRule.CLIENT_BY_NAME,
                        "certificate",
                        c.subject(),
                        "name",
                        name,
                        "connector",
                        connector.name())))
        .orElseGet(
            () ->
                Picked.none(
                    Reason.of(
                        CertificateRule.CLIENT_NONE, "name", name, "connector", connector.name())));
  }

  /** Why a Send connector's pin is not known to this server, although it is set. */
  public Optional<Reason> lostByEdgeSync(SendConnector connector) {
    int length = connector.tls().certificateName().map(p -> p.toString().length()).orElse(0);
    return server.isEdge() && length > EDGE_PIN_MAX
        ? Optional.of(
            Reason.of(
                CertificateRule.CLIENT_PIN_TOO_LONG,
                "connector",
                connector.name(),
                "length",
                length,
                "server",
                server.name()))
        : Optional.empty();
  }

  private Picked pinnedForSending(TlsCertificateName pin, String connector) {
    Optional<Installed> latest = latest(pin);
    if (latest.isEmpty()) {
      return new Picked(
          Optional.empty(),
          Optional.of("NoCertificate"),
          Reason.of(CertificateRule.CLIENT_PINNED_MISSING, "name", pin, "connector", connector));
    }
    Certificate certificate = latest.get().certificate();
    return certificate.state().privateKey()
        ? Picked.of(certificate, reason(CertificateRule.CLIENT_PINNED, connector, certificate))
        : Picked.broken(
            certificate,
            "NoCredentials",
            reason(CertificateRule.CLIENT_NO_KEY, connector, certificate));
  }

  private static Reason reason(CertificateRule rule, String connector, Certificate certificate) {
    return Reason.of(rule, "connector", connector, "certificate", certificate.subject());
  }
}
