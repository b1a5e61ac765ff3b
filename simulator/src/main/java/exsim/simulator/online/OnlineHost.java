package exsim.simulator.online;

import com.google.common.collect.ImmutableSet;
import exsim.model.net.IpAddress;
import exsim.simulator.route.Host;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.Peer;
import java.util.Optional;

/** The shared front ends of Exchange Online. */
public final class OnlineHost implements Host {
  /** What the report calls Exchange Online where no tenant is known. */
  public static final String SYSTEM = "Exchange Online";

  private static final int SMTP_PORT = 25;
  private static final int SUBMISSION_PORT = 587;

  private final OnlineService service;
  private final Entity entity;

  /** Which of the entities a front end serves. */
  public enum Entity {
    /** MX hosts. */
    MX,
    /** Names that were given up. */
    RETIRED,
    /** {@code smtp.office365.com}. */
    SUBMISSION,
    /** {@code smtp-legacy.office365.com}. */
    LEGACY
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
    return switch (entity) {
      case MX -> ImmutableSet.of("exchange online", "mail.protection.outlook.com");
      case RETIRED -> ImmutableSet.of("exchange online");
      case SUBMISSION -> ImmutableSet.of("exchange online", ServiceNames.SUBMISSION.ascii());
      case LEGACY -> ImmutableSet.of("exchange online", ServiceNames.LEGACY.ascii());
    };
  }

  @Override
  public boolean listensOn(IpAddress local, int port) {
    return switch (entity) {
      case MX, RETIRED -> port == SMTP_PORT;
      case SUBMISSION, LEGACY -> port == SUBMISSION_PORT || port == SMTP_PORT;
    };
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
          case SUBMISSION -> new SubmissionReceiver(service, peer, false);
          case LEGACY -> new SubmissionReceiver(service, peer, true);
        });
  }
}
