package exsim.simulator.route;

/**
 * Names a place that holds messages, also after the topology changed.
 *
 * @param system the organization, tenant, mail system or device
 * @param part the server, or how the message came in; empty where there is one place only
 */
public record NodeKey(String system, String part) {}
