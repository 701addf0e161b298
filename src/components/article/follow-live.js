// The page is as new as its entries for a while: nobody needs this script before.
setTimeout(() => {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = 'ADDRESS';
  document.head.append(script);
}, 'SECONDS');
