package exsim.simulator.online;

import com.google.common.collect.ImmutableSet;
import exsim.model.net.IpAddress;
import exsim.simulator.route.Host;
import exsim.simulator.route.Receiver;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Peer;
import java.util.Optional;

/** The shared front ends of Exchange Online. */
public final class OnlineHost implements Host {
  /** What the report calls Exchange Online where no tenant is known. */
  public static final String SYSTEM = "Exchange Online";

  private static final String SERVICE = "exchange online";
  private static final int SMTP_PORT = 25;
  private static final int SUBMISSION_PORT = 587;

  private final OnlineService service;
  private final Entity entity;

  /** Which of the entities a front end serves. */
  public enum Entity {
    /** MX hosts. */
    MX("mail.protection.outlook.com"),
    /** Names that were given up. */
    RETIRED(SERVICE),
    /** {@code smtp.office365.com}. */
    SUBMISSION("smtp.office365.com"),
    /** {@code smtp-legacy.office365.com}. */
    LEGACY("smtp-legacy.office365.com"),
    /** {@code outlook.office365.com}, where POP and IMAP clients fetch mail. */
    MAILBOX("outlook.office365.com"),
    /** {@code smtp-hve.office365.com}. */
    HIGH_VOLUME("smtp-hve.office365.com");

    private final String host;

    Entity(String host) {
      this.host = host;
    }

    /** The name that stands for it in reports and scenarios. */
    String host() {
      return host;
    }
  }

  /** A front end of the service. */
  public OnlineHost(OnlineService service, Entity entity) {
    this.service = service;
    this.entity = entity;
  }

  @Override
  public String system() {
    return SYSTEM;
  }

  @Override
  public ImmutableSet<String> names() {
    return entity == Entity.HIGH_VOLUME
        ? ImmutableSet.of(SERVICE, entity.host(), ServiceNames.HIGH_VOLUME_NEW.ascii())
        : ImmutableSet.of(SERVICE, entity.host());
  }

  @Override
  public boolean listensOn(IpAddress local, int port) {
    return switch (entity) {
      case MX, RETIRED -> port == SMTP_PORT;
      case SUBMISSION, LEGACY -> port == SUBMISSION_PORT || port == SMTP_PORT;
      case MAILBOX, HIGH_VOLUME -> port == SUBMISSION_PORT;
    };
  }

  @Override
  public Optional<Reason> whyNothingListensOn(int port) {
    return entity == Entity.MAILBOX
        ? Optional.of(Reason.of(SubmissionRule.MAILBOX_PORT, "host", entity.host(), "port", port))
        : Optional.empty();
  }

  @Override
  public Optional<Receiver> listen(Peer peer) {
    if (!listensOn(peer.local(), peer.localPort())) {
      return Optional.empty();
    }
    return Optional.of(
        switch (entity) {
          case MX -> new MxReceiver(service, peer, false);
          case RETIRED -> new MxReceiver(service, peer, true);
          case SUBMISSION, LEGACY, MAILBOX, HIGH_VOLUME ->
              new SubmissionReceiver(service, peer, entity);
        });
  }
}
