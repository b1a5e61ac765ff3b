package exsim.scenarios.tracking;

import exsim.model.onprem.ExchangeServer;
import exsim.scenarios.tracking.TrackedEvent.Service;
import java.time.Instant;

/**
 * A service of a server that holds a message.
 *
 * @param organization the server's organization
 * @param server the server
 * @param service the service
 * @param since when it took the message
 */
record Holder(String organization, ExchangeServer server, Service service, Instant since) {}
