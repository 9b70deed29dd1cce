CREATE /* not stated, for want of one number: Southern spokesman (South Side), dozens of soldiers killed */
LAST|Len|"the border, clash, 2025-10-11"
LAST|Den|"event of 11 October 2025 (the border)"
LAST|P585|+2025-10-11T00:00:00Z/11
LAST|P1120|23|P585|+2025-10-15T00:00:00Z/11|P1932|"23 soldiers killed, according to Northern army (North Side)"|P1310|somevalue /* Northern army (North Side), in Example Agency */
LAST|P1120|58|P585|+2025-10-15T00:00:00Z/11|P1932|"at least 58 soldiers killed, according to Southern spokesman (South Side)"|P1310|somevalue /* Southern spokesman (South Side), in Example Agency */
