package exsim.model.external;

import com.google.common.collect.ImmutableList;

/**
 * A TLS level and what the certificate is compared with.
 *
 * @param level the level
 * @param match for {@code verify} and {@code secure}: {@code hostname}, {@code nexthop}, {@code
 *     dot-nexthop} or domain names; for {@code fingerprint}: names of certificates; empty for the
 *     level's default
 */
public record TlsLevelPolicy(TlsLevel level, ImmutableList<String> match) {}
