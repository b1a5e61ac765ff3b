package exsim.simulator.delivery;

import exsim.model.net.IpAddress;

/**
 * A host and port that can be connected to.
 *
 * @param host a name that leads there, or the address where none does
 * @param address its first address
 * @param port the port
 */
public record Door(String host, IpAddress address, int port) {}
