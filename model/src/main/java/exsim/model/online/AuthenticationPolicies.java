package exsim.model.online;

import com.google.common.collect.ImmutableMap;
import exsim.model.mail.EmailAddress;
import java.util.Optional;

/**
 * Which users of a tenant may authenticate with a password.
 *
 * @param byDefault the policy of users who have none of their own
 * @param ofUser the policies that users have of their own
 */
public record AuthenticationPolicies(
    Optional<Policy> byDefault, ImmutableMap<EmailAddress, Policy> ofUser) {
  /** No policy at all. */
  public static final AuthenticationPolicies NONE =
      new AuthenticationPolicies(Optional.empty(), ImmutableMap.of());

  /**
   * An authentication policy.
   *
   * @param name its name
   * @param allowsSmtp its AllowBasicAuthSmtp
   */
  public record Policy(String name, boolean allowsSmtp) {}

  /** The policy that keeps a user from SMTP AUTH with a password; empty where none does. */
  public Optional<Policy> blocking(EmailAddress user) {
    return Optional.ofNullable(ofUser.get(user))
        .or(() -> byDefault)
        .filter(policy -> !policy.allowsSmtp());
  }
}
