/** Exchange's objects as administrators see them: properties, defaults, refused combinations. */
package exsim.scenarios.exchange;
