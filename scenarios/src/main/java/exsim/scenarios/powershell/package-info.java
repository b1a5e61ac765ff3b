/**
 * Clixml, ConvertTo-Json and Format-List exports in; cmdlets in and out.
 *
 * <p>{@code ExportReader} turns an export into objects as a scenario file has them; {@code Cmdlets}
 * turns a command line into a changed scenario document. Besides the members that a scenario file
 * always has, cmdlets write {@code organizationConfig}, {@code transportRules} and {@code hubSites}
 * of an organization, {@code transportService} of a server, and {@code casMailboxes} of a tenant.
 */
package exsim.scenarios.powershell;
