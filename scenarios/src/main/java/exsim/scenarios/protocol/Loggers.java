package exsim.scenarios.protocol;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.TransportService;
import exsim.model.topology.World;
import exsim.simulator.delivery.Hop;
import java.time.Instant;
import java.util.Optional;

/** Finds out which ends of a hop log it, and where. */
final class Loggers {
  /** What the connector that nobody can list is called in a log. */
  private static final String INTRA_ORGANIZATION = "Intra-Organization SMTP Send Connector";

  private static final String FRONT_END = "Front End Transport";
  private static final String TRANSPORT = "Transport";

  /** The folders of the services. */
  private static final ImmutableMap<String, String> FOLDERS =
      ImmutableMap.of(
          FRONT_END,
          "FrontEnd",
          TRANSPORT,
          "Hub",
          "Mailbox Transport Submission",
          "Mailbox",
          "Mailbox Transport Delivery",
          "Mailbox");

  private final World world;

  Loggers(World world) {
    this.world = world;
  }

  /**
   * A log that a session goes to.
   *
   * @param folder where it lies
   * @param connector the connector as the log names it
   */
  record Logger(LogFolder folder, String connector) {}

  /** The send log of a hop; empty when nobody writes one. */
  Optional<Logger> ofSender(Hop hop) {
    Optional<Organization> organization = organization(hop.from().system(), hop.at());
    Optional<ExchangeServer> server =
        organization.flatMap(o -> server(o, hop.from().server().orElse("")));
    if (server.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = hop.from().connector();
    String service = hop.from().service().orElse(TRANSPORT);
    boolean logs =
        name.isPresent()
            ? organization.get().sendConnectors().stream()
                .filter(c -> c.name().equals(name.get()))
                .map(SendConnector::options)
                .anyMatch(SendConnector.Options::protocolLogging)
            : logsAmongServers(server.get(), service);
    return logs
        ? Optional.of(
            new Logger(
                folder(server.get(), service, LogFolder.Kind.SEND),
                name.orElse(INTRA_ORGANIZATION)))
        : Optional.empty();
  }

  /**
   * A Front End logs unless told otherwise, which no scenario can do; the mailbox services don't.
   */
  private static boolean logsAmongServers(ExchangeServer server, String service) {
    return service.equals(FRONT_END)
        || (service.equals(TRANSPORT) && server.transport().intraOrgLogging());
  }

  /** The receive log of a hop; empty when nobody writes one. */
  Optional<Logger> ofReceiver(Hop hop) {
    Optional<ExchangeServer> server =
        hop.to()
            .system()
            .flatMap(s -> organization(s, hop.at()))
            .flatMap(o -> server(o, hop.to().server().orElse("")));
    Optional<ReceiveConnector> connector =
        server.flatMap(
            s ->
                s.receiveConnectors().stream()
                    .filter(c -> hop.to().connector().equals(Optional.of(c.name())))
                    .filter(ReceiveConnector::protocolLogging)
                    .findFirst());
    return connector.map(
        c ->
            new Logger(
                folder(
                    server.get(),
                    c.service() == TransportService.FRONT_END ? FRONT_END : TRANSPORT,
                    LogFolder.Kind.RECEIVE),
                server.get().name() + "\\" + c.name()));
  }

  private static LogFolder folder(ExchangeServer server, String service, LogFolder.Kind kind) {
    LogStyle style = LogStyle.of(server.version());
    String folder =
        !style.hasServiceFolders() ? "" : server.isEdge() ? "Edge" : FOLDERS.get(service);
    return new LogFolder(server.name(), folder, kind, style);
  }

  private Optional<Organization> organization(String system, Instant at) {
    return world.epochs().get(world.epochAt(at)).topology().organizations().stream()
        .filter(o -> o.name().equals(system))
        .findFirst();
  }

  private static Optional<ExchangeServer> server(Organization organization, String name) {
    return organization.servers().stream()
        .filter(s -> Ascii.equalsIgnoreCase(s.name(), name))
        .findFirst();
  }
}
