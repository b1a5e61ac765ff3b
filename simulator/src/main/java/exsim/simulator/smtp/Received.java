package exsim.simulator.smtp;

import java.util.Optional;

/**
 * One Received header of a message: who took it.
 *
 * @param system the system
 * @param server the Exchange server; empty where the system has none of a name
 */
public record Received(String system, Optional<String> server) {}
