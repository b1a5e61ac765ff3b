/** Clixml, ConvertTo-Json and Format-List exports in; cmdlets in and out. */
package exsim.scenarios.powershell;
